// TerminalSmoke

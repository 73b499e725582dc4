// swift-format-ignore-file: one line for a text and one for its translation, however long they are.

extension German {
    /// Of the built-in themes, whose files tell what they are.
    static let themes = [
        "Catppuccin Frappé: soft, on dark grey.": "Catppuccin Frappé: sanft, auf dunklem Grau.",
        "Catppuccin Latte: soft, on light.": "Catppuccin Latte: sanft, auf Hell.",
        "Catppuccin Macchiato: soft, on dark.": "Catppuccin Macchiato: sanft, auf Dunkel.",
        "Catppuccin Mocha: soft, on the darkest.": "Catppuccin Mocha: sanft, auf dem Dunkelsten.",
        "Calm blue and grey for dark terminals.": "Ruhiges Blau und Grau für dunkle Terminals.",
        "The terminal's own colours, right on dark and light ones; colour only for state and focus.":
            "Die eigenen Farben des Terminals, richtig auf dunklen und hellen; Farbe nur für Zustand und Fokus.",
        "Dracula: vivid, on dark.": "Dracula: kräftig, auf Dunkel.",
        "Gruvbox: warm and retro, on dark.": "Gruvbox: warm und retro, auf Dunkel.",
        "Gruvbox: warm and retro, on light.": "Gruvbox: warm und retro, auf Hell.",
        "White on black with strong colours, at least 7:1.": "Weiß auf Schwarz mit starken Farben, mindestens 7:1.",
        "Ink and deep blue for light terminals.": "Tinte und tiefes Blau für helle Terminals.",
        "Modus Operandi for eyes that tell red from green badly: blue, yellow and brown.":
            "Modus Operandi für Augen, die Rot und Grün schlecht unterscheiden: Blau, Gelb und Braun.",
        "Modus Operandi for eyes that tell blue from yellow badly: cyan, magenta and red.":
            "Modus Operandi für Augen, die Blau und Gelb schlecht unterscheiden: Cyan, Magenta und Rot.",
        "Modus Operandi: black on white, at least 7:1.": "Modus Operandi: Schwarz auf Weiß, mindestens 7:1.",
        "Modus Vivendi for eyes that tell red from green badly: blue, yellow and orange.":
            "Modus Vivendi für Augen, die Rot und Grün schlecht unterscheiden: Blau, Gelb und Orange.",
        "Modus Vivendi for eyes that tell blue from yellow badly: cyan, magenta and red.":
            "Modus Vivendi für Augen, die Blau und Gelb schlecht unterscheiden: Cyan, Magenta und Rot.",
        "Modus Vivendi: white on black, at least 7:1.": "Modus Vivendi: Weiß auf Schwarz, mindestens 7:1.",
        "No colours, only bold, dim, underlined and reversed letters; gauges differ by their pattern.":
            "Keine Farben, nur fette, matte, unterstrichene und umgekehrte Buchstaben; Balken unterscheidet ihr Muster.",
        "Nord: cold and quiet, on dark.": "Nord: kühl und ruhig, auf Dunkel.",
        "One by Atom, on dark.": "One von Atom, auf Dunkel.",
        "One by Atom, on light.": "One von Atom, auf Hell.",
        "For terminals whose 16 colours are those of Solarized, dark or light.":
            "Für Terminals, deren 16 Farben die von Solarized sind, dunkel oder hell.",
        "Solarized by Ethan Schoonover, on dark.": "Solarized von Ethan Schoonover, auf Dunkel.",
        "Solarized by Ethan Schoonover, on light.": "Solarized von Ethan Schoonover, auf Hell.",
        "Tokyo Night: blue and violet, on dark.": "Tokyo Night: Blau und Violett, auf Dunkel.",
    ]
}

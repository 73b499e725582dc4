// WidgetsTests

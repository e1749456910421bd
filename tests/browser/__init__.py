"""Our pages opened in a real browser, over plain WebDriver."""

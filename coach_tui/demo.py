"""An invented engagement to look at: a company of thirty, two juniors, the fourth month."""

"""The app in a browser of this machine, for one person: `coach serve`.

    door     who may come in: a link that works once, then a cookie; one address, one origin
    server   the page, and the app's own process behind it (textual-serve, the `web` extra)

textual-serve alone lets in whoever finds the port, and any page one visits; here nobody comes in
without the link, which only whoever started it has read.
"""

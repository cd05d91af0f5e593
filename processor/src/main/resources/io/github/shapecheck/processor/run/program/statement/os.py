sep = "/"
linesep = "\n"

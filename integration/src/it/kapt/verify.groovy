def log = new File(basedir, "build.log").getText("UTF-8")
assert log.contains("[linear-in] fc1 expects 1560 features but receives 1440")
assert log =~ /src\/wrong\/kotlin\/com\/acme\/ConvNet\.kt.*22/
assert log.contains("fix: fc1: in = 1440")
assert log.indexOf("BUILD SUCCESS") >= 0

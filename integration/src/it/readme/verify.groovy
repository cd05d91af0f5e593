def log = new File(basedir, "build.log").getText("UTF-8")
assert log.contains("[linear-in] fc expects 999 features but receives 1440")

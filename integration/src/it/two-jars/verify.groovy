assert new File(basedir, "models/target/classes/com/acme/ModelShapeReport.class").exists()
def log = new File(basedir, "build.log").getText("UTF-8")
assert log.contains("BUILD SUCCESS")
assert log.contains("[linear-in] block.widen expects 18 features but receives 16")

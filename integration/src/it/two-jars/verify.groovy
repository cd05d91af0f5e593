import java.util.jar.JarFile

def log = new File(basedir, "build.log").getText("UTF-8")
assert log.contains("BUILD SUCCESS")
new JarFile(new File(basedir, "models/target/models-1.jar")).withCloseable {
  assert it.getEntry("com/acme/ModelShapeReport.class") != null
}
assert log.contains("[linear-in] block.widen expects 18 features but receives 16")

assert new File(basedir, "build.log").getText("UTF-8").contains("shapecheck has checked 1 model")
assert new File(basedir, "target/classes/com/acme/ConvNetShapeReport.class").exists()

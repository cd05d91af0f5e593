assert new File(basedir, "target/classes/com/acme/ConvNetShapeReport.class").exists()

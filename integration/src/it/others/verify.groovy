assert new File(basedir, "target/classes/com/acme/ModelShapeReport.class").exists()

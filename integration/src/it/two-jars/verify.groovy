assert new File(basedir, "models/target/classes/com/acme/ModelShapeReport.class").exists()

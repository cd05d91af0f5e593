module com.acme {
  requires transitive io.github.shapecheck;

  exports com.acme;
}

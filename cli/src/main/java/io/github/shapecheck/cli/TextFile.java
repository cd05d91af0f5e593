package io.github.shapecheck.cli;

import java.net.URI;
import javax.tools.SimpleJavaFileObject;

/** A Java source that was read from standard input. */
final class TextFile extends SimpleJavaFileObject {
  private final String text;

  TextFile(String text) {
    super(URI.create("stdin:///stdin.java"), Kind.SOURCE);
    this.text = text;
  }

  @Override
  public CharSequence getCharContent(boolean ignoreEncodingErrors) {
    return text;
  }

  @Override
  public String getName() {
    return "<stdin>";
  }

  /** Any class may stand in it, whatever its name; it is no module. */
  @Override
  public boolean isNameCompatible(String simpleName, Kind kind) {
    return !simpleName.endsWith("-info");
  }
}

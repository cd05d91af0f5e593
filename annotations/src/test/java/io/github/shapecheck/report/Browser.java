package io.github.shapecheck.report;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.OutputStream;
import java.net.HttpURLConnection;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Assumptions;

/**
 * A real browser without a window, driven by the WebDriver protocol: Debian's packages {@code
 * chromium} and {@code chromium-driver}.
 */
final class Browser implements AutoCloseable {
  private static final Path DRIVER = Path.of("/usr/bin/chromedriver");
  private static final Pattern PORT = Pattern.compile("started successfully on port (\\d+)");
  private static final Pattern STRING = Pattern.compile("\"value\":\"((?:[^\"\\\\]++|\\\\.)*+)\"");
  private static final Pattern SESSION = Pattern.compile("\"sessionId\":\"([^\"]*)\"");

  private final Process driver;
  private final Path folder;
  private final String session;

  /** Skips the test where there is no browser; {@code folder} is for its files. */
  Browser(Path folder) throws IOException {
    Assumptions.assumeTrue(
        Files.isExecutable(DRIVER),
        "skipped: apt-get install chromium chromium-driver, to test pages in a browser");
    this.folder = folder;
    this.driver =
        new ProcessBuilder(DRIVER.toString(), "--port=0").redirectErrorStream(true).start();
    String base = "http://127.0.0.1:" + port() + "/session";
    this.session = base + "/" + first(SESSION, send("POST", base, CAPABILITIES));
  }

  private static final String CAPABILITIES =
      "{\"capabilities\":{\"alwaysMatch\":{\"browserName\":\"chrome\","
          + "\"goog:loggingPrefs\":{\"browser\":\"ALL\"},"
          + "\"goog:chromeOptions\":{\"args\":[\"--headless=new\",\"--no-sandbox\","
          + "\"--disable-gpu\",\"--disable-dev-shm-usage\",\"--hide-scrollbars\","
          + "\"--disable-background-networking\",\"--no-first-run\"]}}}}";

  private int port() throws IOException {
    BufferedReader out =
        new BufferedReader(new InputStreamReader(driver.getInputStream(), StandardCharsets.UTF_8));
    for (String line = out.readLine(); line != null; line = out.readLine()) {
      Matcher port = PORT.matcher(line);
      if (port.find()) {
        return Integer.parseInt(port.group(1));
      }
    }
    throw new IOException("the driver of the browser did not start");
  }

  /** Opens a page in a window of that size. */
  void open(ShapeReport report, int width, int height) throws IOException {
    open(report.toHtml(), width, height, "");
  }

  /** Opens a page at a place in it such as {@code #s7}. */
  void open(String page, int width, int height, String place) throws IOException {
    Path file = Files.writeString(folder.resolve("page.html"), page);
    String size = "\"width\":" + width + ",\"height\":" + height;
    command(
        "goog/cdp/execute",
        "{\"cmd\":\"Emulation.setDeviceMetricsOverride\",\"params\":{"
            + size
            + ",\"deviceScaleFactor\":1,\"mobile\":false}}");
    command("url", "{\"url\":\"about:blank\"}");
    command("url", "{\"url\":" + JsonRendering.quoted(file.toUri() + place) + "}");
  }

  /** Runs a function body in the page; what it returns comes as text, promises when kept. */
  String ask(String script) throws IOException {
    String body =
        "const done = arguments[arguments.length - 1];"
            + "(async () => {"
            + script
            + "})().then(v => done(String(v)), e => done('failed: ' + e.stack));";
    String answer =
        command("execute/async", "{\"script\":" + JsonRendering.quoted(body) + ",\"args\":[]}");
    return unescaped(first(STRING, answer));
  }

  /** Clicks as a person does: where the element is, if nothing covers it. */
  void click(String selector) throws IOException {
    String found =
        command(
            "element",
            "{\"using\":\"css selector\",\"value\":" + JsonRendering.quoted(selector) + "}");
    Matcher id = Pattern.compile("\"element-[^\"]*\":\"([^\"]*)\"").matcher(found);
    if (!id.find()) {
      throw new IOException("no " + selector + ": " + found);
    }
    command("element/" + id.group(1) + "/click", "{}");
  }

  /** Presses keys one after the other; those without a letter by WebDriver's code points. */
  void type(String keys) throws IOException {
    List<String> actions = new ArrayList<>();
    keys.chars()
        .mapToObj(c -> JsonRendering.quoted(String.valueOf((char) c)))
        .forEach(
            key -> {
              actions.add("{\"type\":\"keyDown\",\"value\":" + key + "}");
              actions.add("{\"type\":\"keyUp\",\"value\":" + key + "}");
            });
    command(
        "actions",
        "{\"actions\":[{\"type\":\"key\",\"id\":\"k\",\"actions\":["
            + String.join(",", actions)
            + "]}]}");
  }

  /** What scripts and the browser said since the last call. */
  String console() throws IOException {
    return command("se/log", "{\"type\":\"browser\"}").replace("{\"value\":[]}", "");
  }

  /** What the window shows, as a PNG file. */
  void picture(Path file) throws IOException {
    String answer = send("GET", session + "/screenshot", "");
    Files.write(file, Base64.getMimeDecoder().decode(first(STRING, answer)));
  }

  private String command(String path, String body) throws IOException {
    return send("POST", session + "/" + path, body);
  }

  private static String send(String method, String address, String body) throws IOException {
    HttpURLConnection connection = (HttpURLConnection) URI.create(address).toURL().openConnection();
    connection.setRequestMethod(method);
    connection.setReadTimeout(120_000);
    if (!body.isEmpty()) {
      connection.setDoOutput(true);
      connection.setRequestProperty("Content-Type", "application/json; charset=utf-8");
      try (OutputStream out = connection.getOutputStream()) {
        out.write(body.getBytes(StandardCharsets.UTF_8));
      }
    }
    boolean failed = connection.getResponseCode() >= 400;
    try (InputStream in = failed ? connection.getErrorStream() : connection.getInputStream()) {
      String answer = new String(in.readAllBytes(), StandardCharsets.UTF_8);
      if (failed) {
        throw new IOException(answer.lines().limit(3).collect(Collectors.joining("\n")));
      }
      return answer;
    }
  }

  private static String first(Pattern pattern, String text) throws IOException {
    Matcher found = pattern.matcher(text);
    if (!found.find()) {
      throw new IOException("unexpected answer: " + text);
    }
    return found.group(1);
  }

  private static String unescaped(String json) {
    return Pattern.compile("\\\\(u([0-9a-fA-F]{4})|.)")
        .matcher(json)
        .replaceAll(
            m ->
                Matcher.quoteReplacement(
                    switch (m.group(1).charAt(0)) {
                      case 'n' -> "\n";
                      case 't' -> "\t";
                      case 'r' -> "\r";
                      case 'u' -> String.valueOf((char) Integer.parseInt(m.group(2), 16));
                      default -> m.group(1);
                    }));
  }

  @Override
  public void close() throws IOException {
    try {
      send("DELETE", session, "");
    } finally {
      driver.destroy();
    }
  }
}

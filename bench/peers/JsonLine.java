import java.util.HashMap;
import java.util.Map;

/**
 * The strings of one line of JSON Lines, by the path that leads to them: "_id", "metadata.heading".
 * Numbers, literals and what lies in arrays are read over.
 */
final class JsonLine {
  private final String json;
  private int at = 0;
  private final Map<String, String> strings = new HashMap<>();

  private JsonLine(String json) {
    this.json = json;
  }

  static Map<String, String> strings(String json) {
    JsonLine line = new JsonLine(json);
    line.value("", true);
    return line.strings;
  }

  private char peek() {
    while (at < json.length() && json.charAt(at) <= ' ') at++;
    if (at == json.length()) throw new IllegalArgumentException("JSON is cut short");
    return json.charAt(at);
  }

  private boolean taken(char expected) {
    if (peek() != expected) return false;
    at++;
    return true;
  }

  private void require(char expected) {
    if (!taken(expected)) throw new IllegalArgumentException("no " + expected + " at " + at);
  }

  private void value(String path, boolean kept) {
    switch (peek()) {
      case '{' -> object(path, kept);
      case '[' -> array(path);
      case '"' -> {
        String string = string();
        if (kept) strings.put(path, string);
      }
      default -> {
        while (at < json.length() && ",]} \t".indexOf(json.charAt(at)) < 0) at++;
      }
    }
  }

  private void object(String path, boolean kept) {
    require('{');
    if (taken('}')) return;
    do {
      peek();
      String key = string();
      require(':');
      value(path.isEmpty() ? key : path + "." + key, kept);
    } while (taken(','));
    require('}');
  }

  private void array(String path) {
    require('[');
    if (taken(']')) return;
    do value(path, false);
    while (taken(','));
    require(']');
  }

  private String string() {
    require('"');
    StringBuilder text = new StringBuilder();
    while (true) {
      char c = json.charAt(at++);
      if (c == '"') return text.toString();
      text.append(c == '\\' ? escaped() : c);
    }
  }

  private char escaped() {
    char c = json.charAt(at++);
    switch (c) {
      case 'n': return '\n';
      case 't': return '\t';
      case 'r': return '\r';
      case 'b': return '\b';
      case 'f': return '\f';
      case 'u':
        at += 4;
        return (char) Integer.parseInt(json.substring(at - 4, at), 16);
      default: return c;
    }
  }
}

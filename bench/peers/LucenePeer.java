import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.PrintWriter;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.zip.GZIPInputStream;
import org.apache.lucene.analysis.Analyzer;
import org.apache.lucene.analysis.en.EnglishAnalyzer;
import org.apache.lucene.document.Document;
import org.apache.lucene.document.Field;
import org.apache.lucene.document.StoredField;
import org.apache.lucene.document.StringField;
import org.apache.lucene.document.TextField;
import org.apache.lucene.index.DirectoryReader;
import org.apache.lucene.index.IndexWriter;
import org.apache.lucene.index.IndexWriterConfig;
import org.apache.lucene.queryparser.classic.QueryParser;
import org.apache.lucene.search.IndexSearcher;
import org.apache.lucene.search.ScoreDoc;
import org.apache.lucene.search.similarities.BM25Similarity;
import org.apache.lucene.store.Directory;
import org.apache.lucene.store.FSDirectory;

/**
 * Lucene with EnglishAnalyzer, positions, stored text and BM25 (k1 = 0.9, b = 0.4), written to by
 * two threads. Title, heading and text are searched as one field; the title is also a field of its
 * own, as in the Xapian manual's program. The command line is that of peer.h.
 */
public final class LucenePeer {
  private static final int INDEXING_THREADS = 2;
  private static final double INDEXING_BUFFER_MB = 256;

  private record Hit(String id, float score, String text) {}

  public static void main(String[] arguments) throws Exception {
    Map<String, String> options = options(arguments);
    Path place = Path.of(options.get("--db"));
    if (arguments[0].equals("index")) index(place, Path.of(options.get("corpus")));
    else if (arguments[0].equals("search")) search(place, options);
    else throw new IllegalArgumentException("index or search, not " + arguments[0]);
  }

  private static Map<String, String> options(String[] arguments) {
    Map<String, String> options = new HashMap<>();
    for (int i = 1; i < arguments.length; i++) {
      if (arguments[i].startsWith("-")) options.put(arguments[i], arguments[++i]);
      else options.put("corpus", arguments[i]);
    }
    return options;
  }

  private static BufferedReader open(Path file) throws IOException {
    InputStream bytes = Files.newInputStream(file);
    if (file.toString().endsWith(".gz")) bytes = new GZIPInputStream(bytes, 1 << 18);
    return new BufferedReader(new InputStreamReader(bytes, StandardCharsets.UTF_8), 1 << 18);
  }

  private static Document document(Map<String, String> line) {
    String title = line.getOrDefault("title", "");
    String heading = line.getOrDefault("metadata.heading", "");
    String text = line.getOrDefault("text", "");
    Document document = new Document();
    document.add(new StringField("id", line.get("_id"), Field.Store.YES));
    document.add(new TextField("title", title, Field.Store.NO));
    document.add(
        new TextField("contents", title + "\n" + heading + "\n" + text, Field.Store.NO));
    document.add(new StoredField("text", text));
    return document;
  }

  private static void addLines(BufferedReader lines, IndexWriter writer) throws IOException {
    for (String line; (line = lines.readLine()) != null; ) {
      if (!line.isBlank()) writer.addDocument(document(JsonLine.strings(line)));
    }
  }

  private static void index(Path place, Path corpus) throws Exception {
    IndexWriterConfig config = new IndexWriterConfig(new EnglishAnalyzer());
    config.setOpenMode(IndexWriterConfig.OpenMode.CREATE);
    config.setRAMBufferSizeMB(INDEXING_BUFFER_MB);
    try (Directory directory = FSDirectory.open(place);
        IndexWriter writer = new IndexWriter(directory, config);
        BufferedReader lines = open(corpus)) {
      ExecutorService threads = Executors.newFixedThreadPool(INDEXING_THREADS);
      List<Future<?>> added = new ArrayList<>();
      for (int i = 0; i < INDEXING_THREADS; i++) {
        added.add(threads.submit(() -> {
          addLines(lines, writer);
          return null;
        }));
      }
      threads.shutdown();
      for (Future<?> future : added) future.get();
      writer.commit();
      System.out.println("{\"documents\":" + writer.getDocStats().numDocs + "}");
    }
  }

  private static List<Hit> answer(
      IndexSearcher searcher, Analyzer analyzer, String question, int count) throws Exception {
    QueryParser parser = new QueryParser("contents", analyzer);
    List<Hit> hits = new ArrayList<>();
    for (ScoreDoc found :
        searcher.search(parser.parse(QueryParser.escape(question)), count).scoreDocs) {
      Document document = searcher.doc(found.doc);
      hits.add(new Hit(document.get("id"), found.score, document.get("text")));
    }
    return hits;
  }

  private static List<Map<String, String>> questions(Path topics) throws IOException {
    try (BufferedReader lines = open(topics)) {
      return lines.lines().filter(line -> !line.isBlank()).map(JsonLine::strings).toList();
    }
  }

  private static void search(Path place, Map<String, String> options) throws Exception {
    List<Map<String, String>> questions = questions(Path.of(options.get("--topics")));
    int count = Integer.parseInt(options.getOrDefault("-n", "10"));
    int warmUp = Integer.parseInt(options.getOrDefault("--warm-up", "0"));
    List<List<Hit>> answers = new ArrayList<>();
    double[] microseconds = new double[questions.size()];
    try (DirectoryReader reader = DirectoryReader.open(FSDirectory.open(place))) {
      IndexSearcher searcher = new IndexSearcher(reader);
      searcher.setSimilarity(new BM25Similarity(0.9f, 0.4f));
      Analyzer analyzer = new EnglishAnalyzer();
      for (int pass = 0; pass <= warmUp; pass++) {
        answers.clear();
        for (int i = 0; i < questions.size(); i++) {
          long begin = System.nanoTime();
          answers.add(answer(searcher, analyzer, questions.get(i).get("text"), count));
          microseconds[i] = (System.nanoTime() - begin) / 1e3;
        }
      }
    }
    writeRun(Path.of(options.get("--run")), questions, answers);
    if (options.containsKey("--timings")) writeTimings(options.get("--timings"), microseconds);
    System.out.printf(Locale.ROOT, "{\"questions\":%d,\"p50_us\":%.1f,\"p95_us\":%.1f}%n",
        questions.size(), percentile(microseconds, 50), percentile(microseconds, 95));
  }

  private static void writeRun(
      Path run, List<Map<String, String>> questions, List<List<Hit>> answers) throws IOException {
    try (PrintWriter out = new PrintWriter(Files.newBufferedWriter(run))) {
      for (int i = 0; i < answers.size(); i++) {
        int rank = 0;
        for (Hit hit : answers.get(i)) {
          out.printf(Locale.ROOT, "%s Q0 %s %d %.5f lucene%n",
              questions.get(i).get("_id"), hit.id(), ++rank, hit.score());
        }
      }
    }
  }

  private static void writeTimings(String file, double[] microseconds) throws IOException {
    try (PrintWriter out = new PrintWriter(Files.newBufferedWriter(Path.of(file)))) {
      for (double figure : microseconds) out.printf(Locale.ROOT, "%.1f%n", figure);
    }
  }

  private static double percentile(double[] figures, double percent) {
    double[] sorted = figures.clone();
    Arrays.sort(sorted);
    return sorted[Math.max((int) Math.ceil(percent / 100 * sorted.length), 1) - 1];
  }
}

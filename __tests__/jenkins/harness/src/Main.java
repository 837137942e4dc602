import groovy.json.JsonOutput;
import groovy.json.JsonSlurper;
import java.io.BufferedReader;
import java.io.InputStreamReader;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;

/** A server on standard input and output, one JSON object a line: starting a JVM takes longer than most builds. */
public final class Main {
    private Main() {}

    @SuppressWarnings("unchecked")
    public static void main(String[] arguments) throws Exception {
        PrintStream answers = System.out;
        // What a program prints must not be taken for an answer.
        System.setOut(System.err);
        Map<Integer, Build> builds = new ConcurrentHashMap<>();
        BufferedReader lines = new BufferedReader(new InputStreamReader(System.in, StandardCharsets.UTF_8));
        for (String line = lines.readLine(); line != null; line = lines.readLine()) {
            Map<String, Object> message = (Map<String, Object>) new JsonSlurper().parseText(line);
            int id = (Integer) message.get("id");
            if (message.containsKey("abort")) {
                builds.get(id).abort();
                continue;
            }
            Build build = new Build(new BuildRequest(message));
            builds.put(id, build);
            new Thread(() -> {
                Map<String, Object> report = new LinkedHashMap<>();
                try {
                    report.putAll(build.run());
                } catch (Throwable broken) {
                    broken.printStackTrace();
                    report.put("result", "BROKEN");
                    report.put("error", broken.toString());
                    report.put("log", build.log.toString());
                }
                report.put("id", id);
                synchronized (answers) {
                    answers.println(JsonOutput.toJson(report));
                    answers.flush();
                }
            }).start();
        }
        // The tests are over, and with them every build.
        System.exit(0);
    }
}

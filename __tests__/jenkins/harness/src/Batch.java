import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;

/**
 * Translates the few lines of cmd.exe that the library uses into sh, in the order in which cmd reads them: variables
 * are replaced in the text first, then the line is parsed. Quotes, `goto`, `if exist`, `&&`, `||` and `exit /b` are
 * understood; anything else is an error. Codepages, delayed expansion and carets are not here.
 */
final class Batch {
    private final Map<String, String> environment;

    Batch(Map<String, String> environment) {
        this.environment = environment;
    }

    String translate(String text) {
        List<String> lines = text.lines().collect(Collectors.toList());
        StringBuilder out = new StringBuilder("at=start\nwhile :; do case $at in\nstart)\n");
        for (String line : lines) {
            if (line.isBlank() || line.equals("@echo off")) continue;
            String label = line.substring(1);
            // A label ends what is before it: control runs on into it.
            out.append(line.startsWith(":") ? "at=" + label + ";;\n" + label + ")" : translateLine(expand(line)));
            out.append('\n');
        }
        return out.append("exit;;\nesac; done\n").toString();
    }

    private String translateLine(String line) {
        if (line.startsWith("if exist ")) {
            List<String> words = split(line.substring(9));
            String rest = line.substring(line.indexOf('"', line.indexOf('"') + 1) + 1).trim();
            return "if [ -e " + words.get(0) + " ]; then " + translateLine(rest) + "; fi";
        }
        for (String operator : new String[] {" && ", " || "}) {
            int at = line.indexOf(operator);
            if (at < 0) continue;
            String before = translateLine(line.substring(0, at));
            return before + operator + "{ " + translateLine(line.substring(at + 4)) + "; } || :";
        }
        return translateCommand(line.trim());
    }

    private String translateCommand(String line) {
        String redirected = line.endsWith(" 1>&2") ? " >&2" : line.endsWith(" >nul 2>nul") ? " >/dev/null 2>&1" : "";
        String bare = line.replaceFirst(" (1>&2|>nul 2>nul)$", "");
        List<String> words = split(bare);
        String last = words.get(words.size() - 1);
        switch (bare.replaceFirst(" .*", "")) {
            case "echo":
                return "printf '%s\\n' " + quote(bare.substring(5)) + redirected;
            case "goto":
                return "{ at=" + bare.substring(5) + "; continue; }";
            case "where":
                return "command -v " + last + redirected;
            case "mkdir":
                return "mkdir -p " + last;
            case "rmdir":
                return "rm -rf " + last;
            case "exit":
                return bare.equals("exit /b") ? "exit" : "exit " + bare.substring(8);
            case "cmd":
                return String.join(" ", words.subList(3, words.size())) + " || :";
            case "dcr-login":
            case "npx":
                // A .cmd that is not called never comes back.
                return "exec " + String.join(" ", words);
            default:
                throw new IllegalArgumentException("the harness does not know the command " + line);
        }
    }

    private String expand(String line) {
        StringBuilder out = new StringBuilder();
        String[] parts = line.split("%", -1);
        for (int i = 0; i < parts.length; i++) {
            out.append(i % 2 == 0 ? parts[i] : environment.getOrDefault(parts[i], ""));
        }
        return out.toString();
    }

    /** Words, quoted for sh. */
    private static List<String> split(String line) {
        List<String> words = new ArrayList<>();
        StringBuilder word = new StringBuilder();
        boolean quoted = false;
        for (char c : (line + " ").toCharArray()) {
            if (c == '"') quoted = !quoted;
            else if (c == ' ' && !quoted) {
                if (word.length() > 0) words.add(quote(word.toString()));
                word.setLength(0);
            } else if (!quoted && "&|<>^".indexOf(c) >= 0) {
                throw new IllegalArgumentException("cmd.exe would take " + c + " for its own in: " + line);
            } else word.append(c);
        }
        return words;
    }

    private static String quote(String text) {
        return "'" + text.replace("'", "'\\''") + "'";
    }
}

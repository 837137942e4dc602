import com.cloudbees.groovy.cps.Outcome;
import groovy.lang.Closure;
import groovy.lang.Script;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.LinkedBlockingQueue;
import org.codehaus.groovy.runtime.InvokerHelper;

/**
 * One build: runs the program until it waits for a step, stores the whole of it, goes on with what was stored, and
 * starts the step. So every build proves that it would survive a restart of the controller before any of its steps.
 */
final class Build {
    private static final ThreadLocal<Build> CURRENT = new ThreadLocal<>();

    final BuildRequest request;
    final Compiler compiler;
    final Sandbox sandbox;
    final StringBuffer log = new StringBuffer();
    private final BlockingQueue<Runnable> events = new LinkedBlockingQueue<>();
    private final Map<Integer, Running> running = new HashMap<>();
    private final Map<String, Object> globals = new HashMap<>();
    private final StepRunner steps;
    private Script stepScript;
    State state = new State();
    private Branch branch;
    private int checkpoints;
    private Path stopped;

    Build(BuildRequest request) {
        this.request = request;
        this.compiler = new Compiler(request.library, request.sandbox);
        this.sandbox = request.sandbox ? new Sandbox(request.allowed) : null;
        this.steps = new StepRunner(this);
    }

    static Build current() {
        return CURRENT.get();
    }

    Branch branch() {
        return branch;
    }

    /** Runs it to its end, or to the step before which the request wants it stopped. */
    Map<String, Object> run() throws Exception {
        CURRENT.set(this);
        if (sandbox != null) sandbox.register();
        try {
            stepScript = compiler.loadSteps();
            Script jenkinsfile = compiler.loadJenkinsfile(request.script);
            if (request.resumeFrom != null) {
                // As Jenkins parses its scripts again before it reads what they were doing.
                compiler.loadVariables();
                state = State.deserialise(Files.readAllBytes(request.resumeFrom), compiler);
                startPending(state.branches.get(0));
            } else {
                Branch main = addBranch("main", null, null);
                main.program = Programs.start(jenkinsfile, request.sandbox);
                advance(main, new Outcome(null, null));
            }
            while (stopped == null && main().end == null) events.take().run();
            return report();
        } finally {
            if (sandbox != null) sandbox.unregister();
            CURRENT.remove();
        }
    }

    private Branch main() {
        return state.branches.get(0);
    }

    private Map<String, Object> report() {
        Map<String, Object> report = new LinkedHashMap<>();
        Throwable failure = main().end == null ? null : main().end.getAbnormal();
        report.put("result", stopped != null ? "STOPPED" : failure == null ? "SUCCESS" : failure instanceof FlowInterruptedException ? "ABORTED" : "FAILURE");
        report.put("error", failure == null ? null : failure.toString());
        report.put("log", log.toString());
        report.put("checkpoints", checkpoints);
        report.put("stopped", stopped == null ? null : stopped.toString());
        report.put("used", sandbox == null ? List.of() : new ArrayList<>(sandbox.used()));
        return report;
    }

    /** Lets a branch run until it waits for a step or ends. */
    private void advance(Branch of, Outcome outcome) {
        branch = of;
        of.pending = null;
        Outcome yielded = of.program.run0(outcome, Programs.CATEGORIES);
        if (!of.program.isResumable()) {
            end(of, yielded);
            return;
        }
        of.pending = (StepCall) yielded.getNormal();
        int id = of.id;
        if (!store(of)) return;
        startPending(find(id));
    }

    /** Stores the state and goes on with the copy; false when the build stops here. */
    private boolean store(Branch of) {
        try {
            byte[] bytes = state.serialise();
            checkpoints++;
            // Of a build of many thousand steps all of them would fill the disk.
            Path file = request.checkpoints.resolve(checkpoints % 100 + ".ser");
            Files.write(file, bytes);
            String waitsFor = String.valueOf(of.pending.arguments.get("script"));
            if (request.stopBefore != null && waitsFor.contains(request.stopBefore)) {
                stopped = file;
                return false;
            }
            state = State.deserialise(bytes, compiler);
            return true;
        } catch (Exception e) {
            throw new IllegalStateException("the program cannot be stored before " + of.pending.name + ": " + e, e);
        }
    }

    private void startPending(Branch of) {
        StepCall call = of.pending;
        if (call.name.equals("parallel")) {
            fork(of, call);
            return;
        }
        int id = of.id;
        // What is answered at once goes through the queue as well: branches take turns as in Jenkins.
        Running step = steps.start(of, call, outcome -> events.add(() -> finish(id, outcome)));
        if (step != null) running.put(id, step);
    }

    private void finish(int id, Outcome outcome) {
        Running step = running.remove(id);
        boolean interrupted = step != null && step.isStopped();
        advance(find(id), interrupted ? new Outcome(null, new FlowInterruptedException()) : outcome);
    }

    private void fork(Branch of, StepCall call) {
        List<Branch> children = new ArrayList<>();
        for (Map.Entry<String, Object> entry : call.arguments.entrySet()) {
            Branch child = addBranch(entry.getKey(), of, of.context);
            child.program = Programs.start((Closure<?>) entry.getValue(), request.sandbox);
            children.add(child);
        }
        of.open = children.size();
        for (Branch child : children) {
            int id = child.id;
            events.add(() -> advance(find(id), new Outcome(null, null)));
        }
    }

    private void end(Branch of, Outcome outcome) {
        of.end = outcome;
        Branch parent = of.parent;
        if (parent == null) return;
        state.branches.remove(of);
        if (outcome.isFailure()) parent.failures.add(outcome.getAbnormal());
        else parent.results.put(of.name, outcome.getNormal());
        if (--parent.open > 0) return;
        Throwable failure = parent.failures.isEmpty() ? null : parent.failures.get(0);
        Object results = failure == null ? new LinkedHashMap<>(parent.results) : null;
        parent.failures.clear();
        parent.results.clear();
        advance(parent, new Outcome(results, failure));
    }

    private Branch addBranch(String name, Branch parent, Layer context) {
        Branch added = new Branch(++state.lastId, name, parent, context);
        state.branches.add(added);
        return added;
    }

    /** Branches are copied at each step; their numbers stay. */
    private Branch find(int id) {
        return state.branches.stream().filter(each -> each.id == id).findFirst().orElseThrow();
    }

    /** Called from any thread. */
    void abort() {
        events.add(() -> {
            log("Aborted");
            running.values().forEach(Running::stop);
        });
    }

    /** Ends what the branches inside of this timeout wait for. */
    void passTimeout(int timer) {
        events.add(() -> running.forEach((id, step) -> {
            if (Layer.stack(find(id).context).stream().anyMatch(layer -> layer.timer == timer)) step.stop();
        }));
    }

    /** What a script calls and does not define: a variable of the library, else a step. */
    Object call(String name, Object[] arguments) {
        Contexts.refuseInterpolatedSecret(name, arguments);
        Object variable = findGlobal(name);
        return InvokerHelper.invokeMethod(variable == null ? stepScript : variable, variable == null ? name : "call", arguments);
    }

    Object findGlobal(String name) {
        if (name.equals("env")) return new EnvironmentVariables();
        if (name.equals("scm")) return name;
        return globals.computeIfAbsent(name, key -> {
            try {
                return compiler.loadVariable(key);
            } catch (java.io.IOException e) {
                throw new java.io.UncheckedIOException(e);
            }
        });
    }

    void log(String text) {
        log.append(text).append('\n');
    }
}

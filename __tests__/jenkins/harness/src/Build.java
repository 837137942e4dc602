import com.cloudbees.groovy.cps.Outcome;
import groovy.lang.Closure;
import groovy.lang.Script;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.LinkedBlockingQueue;

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
    private final StepRunner steps;
    private final Checkpoints checkpoints;
    private Globals globals;
    State state = new State();
    private Branch branch;

    Build(BuildRequest request) {
        this.request = request;
        this.compiler = new Compiler(request.library, request.sandbox);
        this.sandbox = request.sandbox ? new Sandbox(request.allowed) : null;
        this.steps = new StepRunner(this);
        this.checkpoints = new Checkpoints(request, compiler);
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
            globals = new Globals(compiler);
            Script jenkinsfile = compiler.loadJenkinsfile(request.script);
            if (request.resumeFrom != null) {
                state = checkpoints.load();
                startPending(state.branches.get(0));
            } else {
                Branch main = addBranch("main", null, null);
                main.program = Programs.start(jenkinsfile, request.sandbox);
                advance(main, new Outcome(null, null));
            }
            while (checkpoints.stopped() == null && main().end == null) events.take().run();
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
        report.put("result", describeEnd(failure));
        report.put("error", failure == null ? null : failure.toString());
        report.put("log", log.toString());
        report.put("checkpoints", checkpoints.count());
        report.put("stopped", checkpoints.stopped() == null ? null : checkpoints.stopped().toString());
        report.put("used", sandbox == null ? List.of() : new ArrayList<>(sandbox.used()));
        return report;
    }

    private String describeEnd(Throwable failure) {
        if (checkpoints.stopped() != null) return "STOPPED";
        if (failure == null) return "SUCCESS";
        return failure instanceof FlowInterruptedException ? "ABORTED" : "FAILURE";
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
        state = checkpoints.store(state, of.pending);
        if (checkpoints.stopped() == null) startPending(find(of.id));
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

    Globals globals() {
        return globals;
    }

    void log(String text) {
        log.append(text).append('\n');
    }
}

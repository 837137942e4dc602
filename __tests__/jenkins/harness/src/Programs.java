import com.cloudbees.groovy.cps.Continuable;
import com.cloudbees.groovy.cps.Continuation;
import com.cloudbees.groovy.cps.Env;
import com.cloudbees.groovy.cps.impl.CpsCallableInvocation;
import com.cloudbees.groovy.cps.impl.FunctionCallEnv;
import com.cloudbees.groovy.cps.sandbox.SandboxInvoker;
import groovy.lang.Closure;
import groovy.lang.Script;
import java.util.ArrayList;
import java.util.List;

/** Starts what was compiled, under the invoker that asks the sandbox before each call, or under none. */
final class Programs {
    static final List<Class> CATEGORIES = new ArrayList<>(Continuable.categories);

    static {
        CATEGORIES.add(SerializableIterators.class);
    }

    private Programs() {}

    static Continuable start(Script script, boolean sandbox) {
        return new Continuable(script, makeEnvironment(sandbox));
    }

    static Continuable start(Closure<?> closure, boolean sandbox) {
        try {
            closure.call();
            throw new IllegalStateException("the branch is not CPS-transformed");
        } catch (CpsCallableInvocation invocation) {
            return new Continuable(invocation.invoke(makeEnvironment(sandbox), null, Continuation.HALT));
        }
    }

    private static Env makeEnvironment(boolean sandbox) {
        FunctionCallEnv environment = new FunctionCallEnv(null, Continuation.HALT, null, null);
        if (sandbox) environment.setInvoker(new SandboxInvoker());
        return environment;
    }
}

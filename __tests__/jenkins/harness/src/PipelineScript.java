import com.cloudbees.groovy.cps.SerializableScript;
import groovy.lang.MissingPropertyException;
import org.codehaus.groovy.runtime.InvokerHelper;

/** The base class of Jenkinsfiles and of `vars`: what it does not define is a variable of the library or a step. */
public abstract class PipelineScript extends SerializableScript {
    private static final long serialVersionUID = 1L;

    @Override
    public final Object invokeMethod(String name, Object arguments) {
        return Build.current().globals().call(name, (Object[]) arguments);
    }

    @Override
    public Object getProperty(String name) {
        try {
            return super.getProperty(name);
        } catch (MissingPropertyException missing) {
            Object global = Build.current().globals().find(name);
            if (global == null) throw missing;
            return global;
        }
    }

    /** As CpsScript prints: by `echo`. */
    @Override
    public void println(Object value) {
        InvokerHelper.invokeMethod(this, "echo", String.valueOf(value));
    }
}

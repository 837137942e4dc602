import groovy.lang.GroovyObjectSupport;
import java.io.Serializable;

/** `env`: reads what a process would see here, bound secrets included, as in Jenkins. */
public final class EnvironmentVariables extends GroovyObjectSupport implements Serializable {
    private static final long serialVersionUID = 1L;

    @Override
    public Object getProperty(String name) {
        return Contexts.environment().get(name);
    }
}

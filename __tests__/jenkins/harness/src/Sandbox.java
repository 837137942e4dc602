import groovy.lang.GroovyClassLoader;
import java.lang.reflect.Executable;
import java.lang.reflect.Field;
import java.util.Collections;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import org.codehaus.groovy.runtime.GStringImpl;
import org.codehaus.groovy.runtime.MetaClassHelper;
import org.codehaus.groovy.runtime.ScriptBytecodeAdapter;
import org.kohsuke.groovy.sandbox.GroovyInterceptor;

/**
 * Judges each call of sandboxed code by the rules of script-security's SandboxInterceptor and workflow-cps's
 * CpsWhitelist: a call is allowed by a listed signature, or because its target was compiled from the build's own
 * Groovy, or because it goes to a step. All else is refused, with the signature that Jenkins would show.
 */
final class Sandbox extends GroovyInterceptor {
    private static final Set<String> ARITHMETIC = Set.of("plus", "minus", "multiply", "div", "compareTo", "mod");

    private final List<String> allowed;
    private final Set<String> used = Collections.synchronizedSet(new TreeSet<>());

    Sandbox(List<String> allowed) {
        this.allowed = allowed;
    }

    /** The listed signatures that were needed. */
    Set<String> used() {
        return used;
    }

    @Override
    public Object onMethodCall(Invoker invoker, Object receiver, String name, Object... arguments) throws Throwable {
        Executable found = Signatures.findMethod(receiver.getClass(), name, arguments);
        if (found != null) permit(found, receiver);
        else if (!isJenkinsOwn(receiver) && !(receiver instanceof Number && ARITHMETIC.contains(name))) {
            Executable added = Signatures.findAdded(receiver, name, arguments);
            if (added == null) throw refuse("an unknown method " + receiver.getClass().getName() + " " + name);
            permit(added, receiver);
        }
        return super.onMethodCall(invoker, receiver, name, arguments);
    }

    @Override
    public Object onStaticCall(Invoker invoker, Class receiver, String name, Object... arguments) throws Throwable {
        Executable found = Signatures.findStatic(receiver, name, arguments);
        if (found == null) throw refuse("an unknown static method " + receiver.getName() + " " + name);
        // A coercion, of which GStrings are made; what is coerced is checked by the cast.
        if (receiver != ScriptBytecodeAdapter.class || !name.equals("asType")) permit(found, null);
        return super.onStaticCall(invoker, receiver, name, arguments);
    }

    @Override
    public Object onNewInstance(Invoker invoker, Class type, Object... arguments) throws Throwable {
        Executable found = Signatures.findConstructor(type, arguments);
        if (found == null) throw refuse("an unknown constructor of " + type.getName());
        // GStrings are made in every script, and the base class of a script is Jenkins' own.
        if (type != GStringImpl.class && type != PipelineScript.class) permit(found, null);
        return super.onNewInstance(invoker, type, arguments);
    }

    @Override
    public Object onSuperCall(Invoker invoker, Class sender, Object receiver, String name, Object... arguments)
            throws Throwable {
        permit(Signatures.findMethod(receiver.getClass(), name, arguments), receiver);
        return super.onSuperCall(invoker, sender, receiver, name, arguments);
    }

    @Override
    public Object onGetProperty(Invoker invoker, Object receiver, String name) throws Throwable {
        judgeProperty(receiver, name);
        return super.onGetProperty(invoker, receiver, name);
    }

    @Override
    public Object onSetProperty(Invoker invoker, Object receiver, String name, Object value) throws Throwable {
        if (!(receiver instanceof PipelineScript)) judgeProperty(receiver, name);
        return super.onSetProperty(invoker, receiver, name, value);
    }

    @Override
    public Object onGetAttribute(Invoker invoker, Object receiver, String name) throws Throwable {
        throw refuse("the attribute " + receiver.getClass().getName() + " " + name);
    }

    @Override
    public Object onSetAttribute(Invoker invoker, Object receiver, String name, Object value) throws Throwable {
        throw refuse("the attribute " + receiver.getClass().getName() + " " + name);
    }

    @Override
    public Object onGetArray(Invoker invoker, Object receiver, Object index) throws Throwable {
        permit(Signatures.findAdded(receiver, "getAt", new Object[] {index}), receiver);
        return super.onGetArray(invoker, receiver, index);
    }

    @Override
    public Object onSetArray(Invoker invoker, Object receiver, Object index, Object value) throws Throwable {
        throw refuse("an index of " + receiver.getClass().getName());
    }

    private void judgeProperty(Object receiver, String name) {
        if (isJenkinsOwn(receiver)) return;
        for (String prefix : new String[] {"get", "is"}) {
            String method = prefix + MetaClassHelper.capitalize(name);
            Executable getter = Signatures.findMethod(receiver.getClass(), method, new Object[0]);
            if (getter == null) continue;
            permit(getter, receiver);
            return;
        }
        Class<?> type = receiver instanceof Class ? (Class<?>) receiver : receiver.getClass();
        for (Class<?> each = type; each != null; each = each.getSuperclass()) {
            for (Field field : each.getDeclaredFields()) {
                if (field.getName().equals(name) && isCompiledHere(each) && !field.isSynthetic()) return;
            }
        }
        throw refuse("the field " + type.getName() + " " + name);
    }

    private void permit(Executable called, Object receiver) {
        String signature = Signatures.write(called);
        boolean own = isCompiledHere(called.getDeclaringClass()) && !called.isSynthetic();
        // CpsScript hands these to the steps. A declarative block is read from the syntax tree, not called, in Jenkins.
        Set<String> handed = Set.of("invokeMethod", "println");
        boolean step = receiver instanceof PipelineScript && handed.contains(called.getName());
        if (own || step || receiver instanceof Section) return;
        if (!allowed.contains(signature)) throw refuse(signature);
        used.add(signature);
    }

    /** Scripts find steps and variables by names that are no method; so does `env`. */
    private static boolean isJenkinsOwn(Object receiver) {
        return receiver instanceof PipelineScript
                || receiver instanceof EnvironmentVariables
                || receiver instanceof Section;
    }

    private static boolean isCompiledHere(Class<?> type) {
        return type.getClassLoader() instanceof GroovyClassLoader;
    }

    private static SecurityException refuse(String what) {
        return new SecurityException("Scripts not permitted to use " + what);
    }
}

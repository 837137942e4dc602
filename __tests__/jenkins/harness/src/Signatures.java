import groovy.lang.GString;
import java.lang.reflect.Constructor;
import java.lang.reflect.Executable;
import java.lang.reflect.Method;
import java.lang.reflect.Modifier;
import java.util.LinkedHashSet;
import java.util.Set;
import java.util.stream.Stream;
import org.codehaus.groovy.runtime.DefaultGroovyMethods;
import org.codehaus.groovy.runtime.EncodingGroovyMethods;
import org.codehaus.groovy.runtime.ProcessGroovyMethods;
import org.codehaus.groovy.runtime.StringGroovyMethods;

/** Which method a call means, written as in script-security's lists: by the type that declares it first. */
final class Signatures {
    private static final Class<?>[] GROOVY_METHODS = {
        DefaultGroovyMethods.class, StringGroovyMethods.class, EncodingGroovyMethods.class, ProcessGroovyMethods.class
    };

    private Signatures() {}

    /** An instance method; null when the type has none that takes these arguments. */
    static Method findMethod(Class<?> type, String name, Object[] arguments) {
        for (Class<?> declaring : listTypes(type, new LinkedHashSet<>())) {
            Stream<Method> methods = Stream.of(declaring.getDeclaredMethods());
            Method found = best(methods.filter(each -> each.getName().equals(name)), arguments);
            if (found != null) return found;
        }
        return null;
    }

    static Method findStatic(Class<?> type, String name, Object[] arguments) {
        Stream<Method> methods = Stream.of(type.getMethods()).filter(each -> Modifier.isStatic(each.getModifiers()));
        return best(methods.filter(each -> each.getName().equals(name)), arguments);
    }

    /** What Groovy adds to the types of Java. */
    static Method findAdded(Object receiver, String name, Object[] arguments) {
        Object[] all = new Object[arguments.length + 1];
        all[0] = receiver;
        System.arraycopy(arguments, 0, all, 1, arguments.length);
        for (Class<?> type : GROOVY_METHODS) {
            Method found = findStatic(type, name, all);
            if (found != null) return found;
        }
        return null;
    }

    static Constructor<?> findConstructor(Class<?> type, Object[] arguments) {
        return best(Stream.of(type.getDeclaredConstructors()), arguments);
    }

    static String write(Executable executable) {
        StringBuilder text = new StringBuilder(executable.getDeclaringClass().getName());
        if (executable instanceof Method) text.append(' ').append(executable.getName());
        for (Class<?> type : executable.getParameterTypes()) text.append(' ').append(nameOf(type));
        if (executable instanceof Constructor) return "new " + text;
        return (Modifier.isStatic(executable.getModifiers()) ? "staticMethod " : "method ") + text;
    }

    private static String nameOf(Class<?> type) {
        return type.isArray() ? nameOf(type.getComponentType()) + "[]" : type.getName();
    }

    /** Supertypes first, so that an override is known by what it overrides. */
    private static Set<Class<?>> listTypes(Class<?> type, Set<Class<?>> types) {
        if (type.getSuperclass() != null) listTypes(type.getSuperclass(), types);
        for (Class<?> each : type.getInterfaces()) listTypes(each, types);
        types.add(type);
        return types;
    }

    private static <E extends Executable> E best(Stream<E> candidates, Object[] arguments) {
        return candidates
                .filter(each -> takes(each, arguments))
                .reduce((a, b) -> isMoreSpecific(b, a) ? b : a)
                .orElse(null);
    }

    private static boolean takes(Executable executable, Object[] arguments) {
        Class<?>[] types = executable.getParameterTypes();
        if (executable.isVarArgs() && arguments.length != types.length) return arguments.length >= types.length - 1;
        if (types.length != arguments.length) return false;
        for (int i = 0; i < types.length; i++) if (!accepts(types[i], arguments[i])) return false;
        return true;
    }

    private static boolean accepts(Class<?> type, Object argument) {
        if (argument == null) return !type.isPrimitive();
        if (type == String.class && argument instanceof GString) return true;
        return box(type).isInstance(argument);
    }

    private static Class<?> box(Class<?> type) {
        return type.isPrimitive() ? java.lang.invoke.MethodType.methodType(type).wrap().returnType() : type;
    }

    private static boolean isMoreSpecific(Executable a, Executable b) {
        Class<?>[] first = a.getParameterTypes();
        Class<?>[] second = b.getParameterTypes();
        if (first.length != second.length) return first.length > second.length;
        // The receiver, which comes first in what Groovy adds, counts most.
        for (int i = 0; i < first.length; i++) {
            if (first[i] != second[i]) return box(second[i]).isAssignableFrom(box(first[i]));
        }
        return false;
    }
}

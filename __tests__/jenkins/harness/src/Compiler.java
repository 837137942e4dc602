import com.cloudbees.groovy.cps.CpsTransformer;
import groovy.lang.Binding;
import groovy.lang.GroovyClassLoader;
import groovy.lang.GroovyCodeSource;
import groovy.lang.Script;
import java.io.File;
import java.io.IOException;
import java.io.InputStream;
import java.io.ObjectInputStream;
import java.io.ObjectStreamClass;
import java.net.MalformedURLException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.codehaus.groovy.control.CompilerConfiguration;
import org.codehaus.groovy.runtime.InvokerHelper;

/** Compiles Jenkinsfile and library under Jenkins' transformation, and the steps of the harness as trusted code. */
final class Compiler {
    private final GroovyClassLoader trusted;
    private final GroovyClassLoader loader;
    private final Path library;

    Compiler(Path library, boolean sandbox) {
        this.library = library;
        CompilerConfiguration plain = configure(new CpsTransformer(), "com.cloudbees.groovy.cps.SerializableScript");
        trusted = new GroovyClassLoader(Compiler.class.getClassLoader(), plain);
        CpsTransformer transformer = sandbox ? makeSandboxTransformer() : new CpsTransformer();
        loader = new GroovyClassLoader(trusted, configure(transformer, "PipelineScript"));
        try {
            // As the library plugin does: classes are compiled when they are first named.
            loader.addURL(library.resolve("src").toUri().toURL());
        } catch (MalformedURLException e) {
            throw new IllegalStateException(e);
        }
    }

    Script loadSteps() throws IOException {
        try (InputStream text = Compiler.class.getResourceAsStream("/Steps.groovy")) {
            return instantiate(trusted, new String(text.readAllBytes(), "UTF-8"), "Steps");
        }
    }

    Script loadJenkinsfile(String text) {
        return instantiate(loader, text, "WorkflowScript");
    }

    /** A variable of the library; null when it has none of this name. */
    Script loadVariable(String name) throws IOException {
        File file = library.resolve("vars").resolve(name + ".groovy").toFile();
        return file.isFile() ? instantiate(loader, Files.readString(file.toPath()), name) : null;
    }

    void loadVariables() throws IOException {
        for (String file : library.resolve("vars").toFile().list()) {
            if (file.endsWith(".groovy")) loadVariable(file.substring(0, file.length() - ".groovy".length()));
        }
    }

    String readResource(String name) throws IOException {
        return Files.readString(library.resolve("resources").resolve(name));
    }

    Object deserialise(InputStream bytes) throws IOException, ClassNotFoundException {
        ObjectInputStream in = new ObjectInputStream(bytes) {
            @Override
            protected Class<?> resolveClass(ObjectStreamClass described) throws ClassNotFoundException {
                try {
                    return Class.forName(described.getName(), false, loader);
                } catch (ClassNotFoundException e) {
                    return primitive(described.getName());
                }
            }
        };
        return in.readObject();
    }

    private static Class<?> primitive(String name) throws ClassNotFoundException {
        for (Class<?> type : new Class<?>[] {boolean.class, int.class, long.class, byte.class, char.class}) {
            if (type.getName().equals(name)) return type;
        }
        throw new ClassNotFoundException(name);
    }

    private static Script instantiate(GroovyClassLoader loader, String text, String name) {
        Class<?> type = loader.parseClass(new GroovyCodeSource(text, name, "/groovy/shell"));
        return InvokerHelper.createScript(type, new Binding());
    }

    private static CompilerConfiguration configure(CpsTransformer transformer, String scriptBase) {
        CompilerConfiguration configuration = new CompilerConfiguration();
        configuration.addCompilationCustomizers(transformer);
        configuration.setScriptBaseClass(scriptBase);
        return configuration;
    }

    /** By name: the newest transformation comes without a sandbox. */
    private static CpsTransformer makeSandboxTransformer() {
        try {
            Class<?> type = Class.forName("com.cloudbees.groovy.cps.SandboxCpsTransformer");
            return (CpsTransformer) type.getDeclaredConstructor().newInstance();
        } catch (ReflectiveOperationException e) {
            throw new IllegalStateException(e);
        }
    }
}

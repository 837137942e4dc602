/** The build was aborted: as org.jenkinsci.plugins.workflow.steps.FlowInterruptedException. */
public class FlowInterruptedException extends InterruptedException {
    private static final long serialVersionUID = 1L;
}

import io.nexqloud.dcr.PullSecret

def call(Map options) {
  return new PullSecret(this).run(options)
}

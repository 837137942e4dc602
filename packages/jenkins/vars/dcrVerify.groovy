import io.nexqloud.dcr.Verification

def call(Map options) {
  return new Verification(this).run(options)
}

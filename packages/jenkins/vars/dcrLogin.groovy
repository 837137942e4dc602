import io.nexqloud.dcr.LoginBlock

def call(Map options, Closure body) {
  return new LoginBlock(this).run(options, body)
}

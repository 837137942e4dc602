import io.nexqloud.dcr.Rotation

def call(Map options = [:]) {
  return new Rotation(this).run(options)
}

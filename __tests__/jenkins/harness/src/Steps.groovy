import com.cloudbees.groovy.cps.Continuable

// The steps of the harness, compiled like a Jenkinsfile: a closure could not be called from anything else.

def sh(arguments) { suspend('sh', arguments, 'script') }
def bat(arguments) { suspend('bat', arguments, 'script') }
def echo(arguments) { suspend('echo', arguments, 'message') }
def error(arguments) { suspend('error', arguments, 'message') }
def writeFile(Map arguments) { suspend('writeFile', arguments, 'file') }
def readFile(arguments) { suspend('readFile', arguments, 'file') }
def fileExists(arguments) { suspend('fileExists', arguments, 'file') }
def libraryResource(arguments) { suspend('libraryResource', arguments, 'resource') }
def pwd(Map arguments = [:]) { suspend('pwd', arguments, 'tmp') }
def isUnix() { suspend('isUnix', [:], '') }
def checkout(scm) { suspend('checkout', [:], '') }
def deleteDir() { suspend('deleteDir', [:], '') }

def suspend(String name, arguments, String single) {
  Continuable.suspend(Contexts.call(name, arguments instanceof Map ? arguments : [(single): arguments]))
}

def usernamePassword(Map given) { [kind: 'usernamePassword'] + given }
def string(Map given) { [kind: 'string'] + given }
def file(Map given) { [kind: 'file'] + given }

def withCredentials(List bindings, Closure body) {
  Contexts.enterCredentials(bindings)
  try {
    return body()
  } finally {
    Contexts.leave()
  }
}

def withEnv(List assignments, Closure body) {
  Contexts.enterEnvironment(assignments)
  try {
    return body()
  } finally {
    Contexts.leave()
  }
}

def node(String label = '', Closure body) {
  Contexts.enterNode(label)
  try {
    return body()
  } finally {
    Contexts.leaveNode()
  }
}

def dir(String path, Closure body) {
  Contexts.enterDirectory(path)
  try {
    return body()
  } finally {
    Contexts.leave()
  }
}

def timeout(Map arguments, Closure body) {
  Contexts.enterTimeout(arguments)
  try {
    return body()
  } finally {
    Contexts.leave()
  }
}

def stage(String name, Closure body) {
  Contexts.log('[stage ' + name + ']')
  return body()
}

def parallel(Map branches) { Continuable.suspend(Contexts.call('parallel', branches)) }

def container(String image, String arguments, Closure body) {
  Contexts.enterContainer(suspend('startContainer', [image: image, args: arguments], ''))
  try {
    return body()
  } finally {
    suspend('stopContainer', [:], '')
    Contexts.leave()
  }
}

// A declarative Jenkinsfile, as far as the examples go: agent (any, label, docker), environment, stages with
// `when { branch }`, steps, post. In Jenkins a plugin reads these from the syntax tree; here the blocks are called, and
// what they name is noted.

def pipeline(Closure body) {
  def script = body.owner
  def model = note(body)
  return withAgent(Section.one(model, 'agent')) {
    return withEnv(notedEnvironment(model)) {
      try {
        runStages(note(Section.one(model, 'stages')), script)
        runPost(model, 'success', script)
      } catch (Throwable failure) {
        runPost(model, 'failure', script)
        throw failure
      } finally {
        runPost(model, 'always', script)
      }
    }
  }
}

def note(Closure block) {
  def section = new Section()
  block.delegate = section
  block.resolveStrategy = Closure.DELEGATE_ONLY
  block()
  return section
}

def notedEnvironment(Section model) {
  def block = Section.one(model, 'environment')
  return block == null ? [] : Section.assignmentsOf(note(block))
}

def withAgent(agent, Closure body) {
  def section = agent instanceof Closure ? note(agent) : new Section()
  def label = Section.one(section, 'label')
  def docker = Section.one(section, 'docker')
  return node(label == null ? '' : label) {
    if (docker == null) {
      return body()
    }
    def image = note(docker)
    return container(Section.one(image, 'image'), Section.one(image, 'args'), body)
  }
}

def runStages(Section stages, script) {
  for (use in Section.all(stages, 'stage')) {
    def model = note(use[1])
    def condition = Section.one(model, 'when')
    def branch = new EnvironmentVariables().getProperty('BRANCH_NAME')
    if (condition == null || Section.one(note(condition), 'branch') == branch) {
      stage(use[0]) {
        withEnv(notedEnvironment(model)) { runSteps(Section.one(model, 'steps'), script) }
      }
    }
  }
}

def runSteps(Closure steps, script) {
  steps.delegate = script
  steps.resolveStrategy = Closure.DELEGATE_ONLY
  return steps()
}

def runPost(Section model, String condition, script) {
  def post = Section.one(model, 'post')
  def steps = post == null ? null : Section.one(note(post), condition)
  if (steps != null) {
    runSteps(steps, script)
  }
}

import BuildModel

/// What is to be said about an instruction.
struct Points {
  /// What it does, in sentences.
  var does: [String] = []
  var commands: [Explanation.Command] = []
  var steps: [[TraceStep]] = []
  var effect = Explanation.Effect.none
  /// What it means for the image.
  var image: [String] = []
  var notes: [String] = []

  mutating func add(_ effect: Explanation.Effect, _ sentences: String...) {
    self.effect = effect
    image += sentences
  }
}

/// `1 layer`, `3 layers`.
func count(_ number: Int, _ word: String) -> String { number == 1 ? "1 \(word)" : "\(number) \(word)s" }

/// `a`, `a and b`, `a, b and c`; long lists end in how many more there are.
func list(_ texts: [String], most: Int = 6) -> String {
  guard texts.count <= most else {
    return texts.prefix(most).joined(separator: ", ") + " and \(texts.count - most) more"
  }
  guard let last = texts.last, texts.count > 1 else { return texts.first ?? "" }
  return texts.dropLast().joined(separator: ", ") + " and " + last
}

/// `line 4`, `lines 4 and 7`.
func lines(_ numbers: [Int]) -> String {
  (numbers.count == 1 ? "line " : "lines ") + list(numbers.map(String.init))
}

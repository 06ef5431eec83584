import Diagnostics

/// A quote that begins with `[!NOTE]` or one of its kin.
struct Callout {
  enum Kind: String, CaseIterable {
    case note = "NOTE"
    case tip = "TIP"
    case important = "IMPORTANT"
    case warning = "WARNING"
    case caution = "CAUTION"

    var title: String {
      switch self {
      case .note: "Note"
      case .tip: "Tip"
      case .important: "Important"
      case .warning: "Warning"
      case .caution: "Caution"
      }
    }

    var role: Style.Role {
      switch self {
      case .note, .important: .note
      case .tip: .passed
      case .warning: .warning
      case .caution: .error
      }
    }
  }

  let kind: Kind
  /// What follows in the same paragraph.
  let rest: [MarkdownNode]

  /// - Parameter first: the first block of the quote; nil is returned when it does not open a callout.
  init?(_ first: MarkdownNode?) {
    guard let first, case .paragraph = first.kind else { return nil }
    var opening = ""
    var rest = first.children[...]
    while let node = rest.first, case .text = node.kind {
      opening += node.literal
      rest.removeFirst()
    }
    guard let kind = Kind.allCases.first(where: { "[!\($0.rawValue)]" == opening.uppercased() }) else { return nil }
    if let next = rest.first {
      guard case .softBreak = next.kind else { return nil }
      rest.removeFirst()
    }
    self.kind = kind
    self.rest = Array(rest)
  }
}

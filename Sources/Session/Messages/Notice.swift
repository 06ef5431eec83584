import Diagnostics

/// Sentences that the program around a session says.
package enum Notice {
  package static func more(_ lines: Int) -> String {
    "Enter: more (\(lines == 1 ? "1 line" : "\(lines) lines")), q: stop"
  }

  package static func notRemembered(_ reason: String) -> Text {
    "\(.warning, "warning:") your progress cannot be kept: \(reason). The course goes on without."
  }

  package static func damagedStore(_ path: String, _ reason: String) -> Text {
    """
    \(.warning, "warning:") your progress in \(.code, path) cannot be read: \(reason). It stays as it is; the course \
    goes on and forgets this visit.
    """
  }

  package static func newerStore(_ path: String) -> Text {
    """
    \(.warning, "warning:") your progress in \(.code, path) was written by a newer version of this program. It stays \
    as it is; the course goes on and forgets this visit.
    """
  }

  package static func noStore(_ path: String, _ reason: String) -> Text {
    """
    \(.warning, "warning:") your progress cannot be kept in \(.code, path): \(reason). The course goes on and forgets \
    this visit.
    """
  }

  package static let noHome: Text = """
    \(.warning, "warning:") there is no home directory to keep your progress in. The course goes on and forgets \
    this visit.
    """
}

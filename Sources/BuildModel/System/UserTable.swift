/// The users of an image, as far as its base and its RUN instructions tell.
package struct UserTable: Sendable, Hashable {
  /// The users of the base image, by name.
  private var ofBase: [String: Int]
  /// Those that were made or changed since; nil for one that is gone.
  private var changes: [String: Number?] = [:]
  /// There may be users that are not known: the base image is unknown, or a file of users came from elsewhere.
  package private(set) var isComplete: Bool

  /// Somebody edited the file by means that are not followed: of these the number is not known.
  private var edited: Set<String> = []
  /// The same for all that are not listed here.
  private var hasUnknownEdits = false

  /// Groups that commands made, beside those of every user's own name.
  private var groups: Set<String> = []
  /// Groups have been deleted or a file of groups came from elsewhere.
  private var hasUnknownGroups = false
  /// There is a distribution below, with the groups that every one has.
  private var isSystem = false

  package init() {
    ofBase = Self.rootAlone
    isComplete = true
  }

  /// The users of a base image. scratch has no file of users at all: names do not work there.
  init(facts: BaseImageRow?) {
    self.init()
    isComplete = facts != nil
    isSystem = true
    guard let facts else { return }
    ofBase = facts.users
    if ofBase["root"] == nil { ofBase["root"] = 0 }
  }

  private static let rootAlone = ["root": 0]

  /// What is known of a user's number.
  private enum Number: Hashable {
    case known(Int)
    /// The system chooses one, which is never 0.
    case chosen

    init(_ number: Int?) { self = number.map { .known($0) } ?? .chosen }
  }

  /// nil where there is no such user.
  private func entry(_ name: String) -> Number? {
    if let change = changes[name] { return change }
    return ofBase[name].map { .known($0) }
  }

  /// The names that commands made, sorted.
  var added: [String] { changes.keys.filter { ofBase[$0] == nil && has($0) }.sorted() }

  package func has(_ name: String) -> Bool { entry(name) != nil }

  /// The number of a user; nil where it is not known.
  package func number(of name: String) -> Int? {
    if case .known(let number)? = entry(name) { return number }
    return nil
  }

  /// Whether a name may have any number, 0 too.
  package func isEdited(_ name: String) -> Bool { edited.contains(name) || hasUnknownEdits && !has(name) }

  mutating func noteEdited() {
    edited = Set(ofBase.keys).union(changes.keys).filter(has)
    hasUnknownEdits = true
    isComplete = false
  }

  mutating func add(_ name: String, number: Int?) {
    changes.updateValue(Number(number), forKey: name)
    edited.remove(name)
  }

  /// Whether there is a group of a name; nil where it cannot be known.
  package func hasGroup(_ name: String) -> Bool? {
    if groups.contains(name) || has(name) || isSystem && Self.commonGroups.contains(name) { return true }
    return isComplete && !hasUnknownGroups ? false : nil
  }

  mutating func addGroup(_ name: String) { groups.insert(name) }

  mutating func noteUnknownGroups() { hasUnknownGroups = true }

  /// Of Alpine, Debian or both.
  private static let commonGroups: Set<String> = [
    "abuild", "adm", "audio", "backup", "bin", "cdrom", "cron", "daemon", "dialout", "dip", "disk", "fax", "floppy",
    "ftp", "games", "input", "irc", "kmem", "kvm", "list", "lp", "mail", "man", "netdev", "news", "nobody", "nogroup",
    "ntp", "operator", "ping", "plugdev", "proxy", "root", "sasl", "shadow", "src", "sshd", "staff", "sudo", "sys",
    "tape", "tty", "users", "utmp", "uucp", "video", "voice", "wheel", "www-data",
  ]

  /// A line of the file of users: `app:x:1001:1001::/home/app:/bin/sh`.
  mutating func add(line: some StringProtocol) {
    let fields = line.split(separator: ":", omittingEmptySubsequences: false)
    guard fields.count >= 3, let name = fields.first, !name.isEmpty else { return }
    add(String(name), number: Int(fields[2]))
  }

  mutating func remove(_ name: String) { changes.updateValue(nil, forKey: name) }

  mutating func rename(_ name: String, to newName: String) {
    guard let number = entry(name) else { return }
    remove(name)
    changes.updateValue(number, forKey: newName)
  }

  mutating func renumber(_ name: String, to number: Int) {
    if has(name) { changes.updateValue(.known(number), forKey: name) }
  }

  /// Another file of users took the place of this one.
  mutating func replace(with other: UserTable) {
    let old = self
    self = other
    replaceGroups(with: old)
  }

  /// Another file of groups took the place of this one.
  mutating func replaceGroups(with other: UserTable) {
    (groups, hasUnknownGroups, isSystem) = (other.groups, other.hasUnknownGroups, other.isSystem)
  }

  mutating func noteUnknown() { isComplete = false }
}

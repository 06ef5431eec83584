package import Diagnostics
import DockerfileSyntax

/// The user that a container of the image starts as.
package struct EffectiveUser: Sendable, Hashable {
  /// As the image's configuration holds it: `node`, `1000:1000`; empty for the default.
  package var text: String
  /// Before the colon.
  package var name: String
  package var identity: Identity
  /// The USER that sets it; nil where it comes from the base image.
  package var origin: Origin?

  package enum Identity: Sendable, Hashable {
    case root(Reason)
    case other
    /// The base image decides, and nothing is known about it; or a command decides that is not followed.
    case unknown
  }

  /// Why a user is root.
  package enum Reason: Sendable, Hashable {
    /// Neither the file nor the base image names a user.
    case byDefault
    /// `USER` with a variable that is empty.
    case emptyValue
    case name
    /// 0 in any spelling.
    case number
    /// A name whose number is 0.
    case alias
  }

  /// A number needs no entry in the file of users.
  package var isNumeric: Bool { Int(name) != nil }
}

extension JudgedImage {
  package var user: EffectiveUser {
    let text = image.user
    let name = String(Substring(text.utf8.prefix { $0 != UInt8(ascii: ":") }))
    let origin = state.origins[.user]
    return EffectiveUser(text: text, name: name, identity: identity(of: name, origin), origin: origin)
  }

  private func identity(of name: String, _ origin: Origin?) -> EffectiveUser.Identity {
    if name.isEmpty {
      if origin != nil { return .root(.emptyValue) }
      return base.isUnknown ? .unknown : .root(.byDefault)
    }
    // Docker reads numbers as decimal, signs and leading zeros included.
    if let number = Int(name) { return number == 0 ? .root(.number) : .other }
    if name == "root" { return .root(.name) }
    if state.users.isEdited(name) { return .unknown }
    return state.users.number(of: name) == 0 ? .root(.alias) : .other
  }

  /// The word that a USER was written with.
  package var userRange: SourceRange? {
    guard let origin = state.origins[.user] else { return nil }
    guard case .user(let argument) = instruction(at: origin) else { return origin.range }
    return argument.word.range
  }
}

/// `RUN --device=NAME[,required]`.
public struct Device: Hashable, Sendable {
  /// What the device is called, as `vendor/class=name`.
  public private(set) var name = ""
  /// Whether the build fails where there is no such device.
  public private(set) var required = false

  init(_ value: some Collection<UInt8>) throws(OptionError) {
    let fields: [[UInt8]]
    do throws(OptionError) {
      fields = try OptionFields.split(value)
    } catch {
      throw OptionError("failed to parse csv devices: \(error.message)")
    }
    for field in fields { try add(OptionField(field)) }
  }

  private mutating func add(_ field: OptionField) throws(OptionError) {
    switch (field.key, field.value) {
    case ("required", nil): required = true
    case ("required", let value?):
      guard let isRequired = GoNumber.bool(value) else { throw OptionError("invalid value for required: \(value)") }
      required = isRequired
    case ("name", let value?):
      guard name.isEmpty else { throw OptionError("device name already set to \(name)") }
      name = value
    case (let key, let value):
      if name.isEmpty {
        name = field.text
      } else if value == nil {
        throw OptionError("invalid field '\(field.text)' must be a key=value pair")
      } else {
        let suggestion = Suggestion.nearest(to: key, among: ["name", "required"])
        throw OptionError("unexpected key '\(key)' in '\(field.text)'", suggestion: suggestion)
      }
    }
  }
}

import BuildModel

extension Check {
  package static let buildArgument = Check(
    id: "build-argument",
    title: "Let an argument choose what differs",
    rationale:
      "one file with an argument serves several environments; a copy of the file for each soon differs by mistake",
    parameters: .text("name", "the argument's name"),
    .optional(.text("default", "its value when nothing is given; any when it is left out")),
    publishes: ["actual"],
    good: [
      CheckExample("FROM node:26\nARG APP_ENV=production\nRUN npm run build\n", with: ["name": "APP_ENV"]),
      CheckExample(
        "ARG APP_ENV=production\nFROM node:26\nARG APP_ENV\n",
        with: ["name": "APP_ENV", "default": "production"],
        isAboutAllStages: true
      ),
    ],
    bad: [
      CheckExample("ARG APP_ENV=production\n⟦FROM node:26⟧\nRUN npm run build\n", with: ["name": "APP_ENV"])
    ]
  ) { name, wanted in
    { image in
      let declared = image.arguments(named: name)
      let values = declared.map { $0.value ?? "" }
      if !declared.isEmpty, wanted.map(values.contains) ?? true {
        return .passed("\(name) can be given to the build", at: declared.first?.origin.range)
      }
      return .failed(
        Finding(
          declared.isEmpty ? "\(name) is not declared" : "\(name) has another default",
          declared.isEmpty
            ? "no stage that the image needs declares \(name); an ARG above the first FROM is not seen in stages"
            : "\(name) is `\(values[0])` when nothing is given",
          at: declared.first?.origin.range ?? image.fromRange,
          fix: "ARG \(name)=\(wanted ?? "…") in the stage that reads it",
          values: ["actual": values.first ?? "not declared"]
        )
      )
    }
  }
}

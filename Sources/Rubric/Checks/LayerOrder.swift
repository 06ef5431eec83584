import BuildModel

extension Check {
  package static let layerOrder = Check(
    id: "layer-order",
    title: "Install before copying the sources",
    rationale: "an edit of any source file otherwise makes Docker install all packages again",
    good: [
      """
      FROM node:26-alpine
      WORKDIR /app
      COPY package.json package-lock.json ./
      RUN npm ci
      COPY . .
      RUN npm run build

      """
    ],
    bad: [
      "FROM node:26-alpine\nWORKDIR /app\n⟦COPY . .⟧\nRUN npm ci\n"
    ]
  ) { image in
    let copies = image.wholeContextCopies
    for install in image.installs where !copies.isEmpty {
      guard let copy = image.last(of: copies, before: install.origin) else { continue }
      let line = image.line(of: install.origin)
      return .failed(
        Finding(
          "the sources are copied before the install",
          "everything is copied before `\(install.command)` at line \(line)",
          at: copy.origin.range,
          label: "every edit starts the install again",
          fix: "COPY package.json package-lock.json ./ first, the rest after the install"
        )
      )
    }
    return .passed(
      image.installs.isEmpty ? "nothing is installed" : "the manifests come first, the sources after the install"
    )
  }
}

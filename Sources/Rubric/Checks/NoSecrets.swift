import BuildModel

extension Check {
  package static let noSecrets = Check(
    id: "no-secrets",
    title: "Keep secrets out of the build",
    rationale: "ARG and ENV are stored with the image, and a file that a later line removes is still in its layer",
    good: [
      "FROM node:26-alpine\nRUN --mount=type=secret,id=npmrc,target=/root/.npmrc npm ci\n",
      "FROM node:26-alpine\nARG TOKEN_URL=https://example.org/token\n",
    ],
    bad: [
      "FROM node:26-alpine\n⟦ARG NPM_TOKEN⟧\nRUN npm ci\n",
      "FROM node:26-alpine\n⟦COPY .env /app/.env⟧\n",
    ]
  ) { image in
    if let (name, origin) = image.secretVariables.first {
      return .failed(
        Finding(
          "a secret in ARG or ENV",
          "\(name) looks like a secret, and its value would be stored with the image",
          at: origin.range,
          fix: "RUN --mount=type=secret,id=\(name.lowercased()) …"
        )
      )
    }
    if let (name, copy) = image.secretFiles.first {
      return .failed(
        Finding(
          "a secret file is copied",
          "\(name) usually holds secrets, and comes into a layer of the image",
          at: copy.origin.range,
          fix: "RUN --mount=type=secret,id=\(name.drop { $0 == "." }),target=… where it is needed"
        )
      )
    }
    return .passed("no secret in ARG, ENV or copied files")
  }
}

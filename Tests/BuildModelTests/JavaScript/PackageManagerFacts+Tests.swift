@testable import BuildModel

extension PackageManagerFacts {
  /// What the tables of this folder assume of npm 10 and of build tools; a copy, so that they stand alone.
  static let forTests = PackageManagerFacts(
    npmCleanInstall: [
      "ci", "clean-install", "ic", "install-clean", "isntall-clean", "install-ci-test", "cit",
      "clean-install-test", "sit",
    ],
    npmInstall: [
      "install", "add", "i", "in", "ins", "inst", "insta", "instal", "isnt", "isnta", "isntal", "isntall",
      "install-test", "it",
    ],
    npmPrune: [
      "prune", "prun",
    ],
    npmRunScript: [
      "run", "run-script", "rum", "urn",
    ],
    npmKnownFlags: [
      "_auth", "access", "all", "allow-directory", "allow-file", "allow-git", "allow-remote",
      "allow-same-version", "allow-scripts", "allow-scripts-pending", "allow-scripts-pin",
      "allow-unused-patches", "also", "audit", "audit-level", "auth-type", "before", "bin-links", "browser",
      "bypass-2fa", "ca", "cache", "cache-max", "cache-min", "cafile", "call", "cert", "cidr", "color",
      "commit-hooks", "cpu", "dangerously-allow-all-scripts", "depth", "description", "dev", "diff",
      "diff-dst-prefix", "diff-ignore-all-space", "diff-name-only", "diff-no-prefix", "diff-src-prefix",
      "diff-text", "diff-unified", "dry-run", "edit-dir", "editor", "engine-strict", "expect-result-count",
      "expect-results", "expires", "fetch-retries", "fetch-retry-factor", "fetch-retry-maxtimeout",
      "fetch-retry-mintimeout", "fetch-timeout", "force", "foreground-scripts", "format-package-lock", "fund",
      "git", "git-tag-version", "global", "global-ignore-file", "global-style", "globalconfig", "heading",
      "https-proxy", "if-present", "ignore-existing", "ignore-patch-failures", "ignore-scripts", "include",
      "include-attestations", "include-staged", "include-workspace-root", "init-author-email",
      "init-author-name", "init-author-url", "init-license", "init-module", "init-private", "init-type",
      "init-version", "init.author.email", "init.author.name", "init.author.url", "init.license",
      "init.module", "init.version", "install-links", "install-strategy", "json", "keep-edit-dir", "key",
      "legacy-bundling", "legacy-peer-deps", "libc", "link", "local-address", "location", "lockfile-version",
      "loglevel", "logs-dir", "logs-max", "long", "maxsockets", "message", "min-release-age",
      "min-release-age-exclude", "name", "node-gyp", "node-options", "noproxy", "npm-version", "offline",
      "omit", "omit-lockfile-registry-resolved", "only", "optional", "orgs", "orgs-permission", "os", "otp",
      "pack-destination", "package", "package-lock", "package-lock-only", "packages", "packages-all",
      "packages-and-scopes-permission", "parseable", "password", "patches-dir", "prefer-dedupe",
      "prefer-offline", "prefer-online", "prefix", "preid", "production", "progress", "provenance",
      "provenance-file", "proxy", "read-only", "rebuild-bundle", "registry", "replace-registry-host", "save",
      "save-bundle", "save-dev", "save-exact", "save-optional", "save-peer", "save-prefix", "save-prod",
      "sbom-format", "sbom-type", "scope", "scopes", "script-shell", "searchexclude", "searchlimit",
      "searchopts", "searchstaleness", "shell", "shrinkwrap", "sign-git-commit", "sign-git-tag",
      "strict-allow-scripts", "strict-npmrc", "strict-peer-deps", "strict-ssl", "tag", "tag-version-prefix",
      "timing", "token-description", "umask", "unicode", "update-notifier", "usage", "user-agent",
      "userconfig", "version", "versions", "viewer", "which", "workspace", "workspaces", "workspaces-update",
      "yes",
    ],
    npmFlagAliases: [
      "?": "usage", "B": "save-bundle", "C": "prefix", "D": "save-dev", "E": "save-exact", "H": "usage",
      "L":
        "location", "O": "save-optional", "P": "save-prod", "S": "save", "a": "all", "c": "call",
      "d":
        "loglevel", "dd": "loglevel", "ddd": "loglevel", "desc": "description", "enjoy-by": "before",
      "f":
        "force", "g": "global", "h": "usage", "help": "usage", "iwr": "include-workspace-root", "l": "long",
      "local": "global", "m": "message", "n": "yes", "no": "yes", "onl": "only", "p": "parseable",
      "porcelain": "parseable", "prod": "production", "produ": "production", "produc": "production",
      "product": "production", "producti": "production", "productio": "production", "q": "loglevel",
      "quiet":
        "loglevel", "readonly": "read-only", "reg": "registry", "s": "loglevel", "silent": "loglevel",
      "v":
        "version", "verbose": "loglevel", "w": "workspace", "ws": "workspaces", "y": "yes",
    ],
    npmBooleanFlags: [
      "all", "allow-same-version", "allow-scripts-pending", "allow-scripts-pin", "allow-unused-patches",
      "audit", "bin-links", "bypass-2fa", "color", "commit-hooks", "dangerously-allow-all-scripts",
      "description", "dev", "diff-ignore-all-space", "diff-name-only", "diff-no-prefix", "diff-text",
      "dry-run", "engine-strict", "expect-results", "force", "foreground-scripts", "format-package-lock",
      "fund", "git-tag-version", "global", "global-style", "if-present", "ignore-existing",
      "ignore-patch-failures", "ignore-scripts", "include-attestations", "include-staged",
      "include-workspace-root", "init-private", "install-links", "json", "keep-edit-dir", "legacy-bundling",
      "legacy-peer-deps", "link", "long", "offline", "omit-lockfile-registry-resolved", "optional",
      "package-lock", "package-lock-only", "packages-all", "parseable", "prefer-dedupe", "prefer-offline",
      "prefer-online", "production", "progress", "provenance", "read-only", "rebuild-bundle", "save",
      "save-bundle", "save-dev", "save-exact", "save-optional", "save-peer", "save-prod", "shrinkwrap",
      "sign-git-commit", "sign-git-tag", "strict-allow-scripts", "strict-npmrc", "strict-peer-deps",
      "strict-ssl", "timing", "unicode", "update-notifier", "usage", "version", "versions", "workspaces",
      "workspaces-update", "yes",
    ],
    buildTools: [
      "astro", "babel", "browserify", "brunch", "cmake", "craco", "docusaurus", "eleventy", "elm", "ember",
      "esbuild", "gatsby", "grunt", "gulp", "hugo", "ionic", "javac", "jekyll", "lerna", "make",
      "microbundle", "nest", "next", "ng", "nuxi", "nuxt", "nx", "parcel", "postcss", "preact", "quasar",
      "react-router", "react-scripts", "remix", "rolldown", "rollup", "rsbuild", "rspack", "sass", "snowpack",
      "stencil", "svelte-kit", "swc", "tailwindcss", "tsc", "tsdown", "tsup", "turbo", "umi", "unbuild",
      "vinxi", "vite", "vitepress", "vue-cli-service", "vue-tsc", "waku", "wasm-pack", "webpack",
      "webpack-cli",
    ],
    buildScripts: [
      "bundle", "client-build", "compile", "dist", "export", "generate", "make-dist", "package", "prod",
      "prod-build", "production", "release", "static", "transpile", "ts", "tsc", "vite", "webpack",
    ]
  )
}

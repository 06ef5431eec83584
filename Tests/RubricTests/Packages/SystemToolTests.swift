import BuildModel
import Testing

@Suite struct SystemToolTests {
  @Test(arguments: debian + alpine + fedora + suse)
  func `reads the tools of systems`(row: PackageRow) throws {
    let step = try row.step()
    #expect(step.summary == row.expected)
  }

  private static let debian = PackageRow.rows(
    "debian:trixie-slim",
    [
      ("RUN apt-get update", "apt update-index, index left"),
      ("RUN apt-get update && rm -rf /var/lib/apt/lists/*", "apt update-index, index removed"),
      ("RUN apt-get update\nRUN rm -rf /var/lib/apt/lists/*", "apt update-index, index hidden"),
      ("RUN apt-get update && apt-get clean", "apt update-index, index left"),
      ("RUN apt-get update && apt-get distclean", "apt update-index, index removed"),
      ("RUN --mount=type=cache,target=/var/lib/apt apt-get update", "apt update-index, index mounted"),
      ("RUN apt-get update && if [ -n \"$X\" ]; then rm -rf /var/lib/apt/lists/*; fi", "apt update-index, index left"),
      (
        "RUN apt-get install -y curl",
        "apt install, recommended installed, to system, archives emptied by the image"
      ),
      (
        "RUN apt-get install -y --no-install-recommends curl",
        "apt install, recommended left-out, to system, archives emptied by the image"
      ),
      (
        "RUN apt install -yq -o APT::Install-Recommends=false curl",
        "apt install, recommended left-out, to system, archives emptied by the image"
      ),
      (
        "RUN apt-get install -y --no-install-recommends --install-recommends curl",
        "apt install, recommended installed, to system, archives emptied by the image"
      ),
      (
        "RUN rm -f /etc/apt/apt.conf.d/docker-clean && apt-get install -y curl",
        "apt install, recommended installed, to system, archives left"
      ),
      (
        "RUN rm -f /etc/apt/apt.conf.d/docker-clean\n"
          + "RUN --mount=type=cache,target=/var/cache/apt,sharing=locked apt-get install -y curl",
        "apt install, recommended installed, to system, archives mounted"
      ),
      (
        "RUN rm -f /etc/apt/apt.conf.d/docker-clean && apt-get install -y curl && apt-get clean",
        "apt install, recommended installed, to system, archives removed"
      ),
    ]
  )

  private static let alpine = PackageRow.rows(
    "alpine:3.23",
    [
      ("RUN apk add --no-cache curl", "apk install, to system, index off by --no-cache"),
      ("RUN apk --no-cache add curl", "apk install, to system, index off by --no-cache"),
      ("RUN apk add curl", "apk install, to system, index left"),
      ("RUN apk add curl && rm -rf /etc/apk/cache /var/cache/apk", "apk install, to system, index removed"),
      ("RUN apk add --update curl", "apk install, to system, index left"),
      ("RUN apk add -U curl", "apk install, to system, index left"),
      ("RUN apk add --update --no-cache curl", "apk install, to system, index off by --no-cache"),
      ("RUN apk add --update curl && rm -rf /var/cache/apk/*", "apk install, to system, index removed"),
      ("RUN apk add --update curl\nRUN rm -rf /var/cache/apk/*", "apk install, to system, index hidden"),
      ("RUN apk update", "apk update-index, index left"),
      ("RUN apk update && rm -rf /var/cache/apk", "apk update-index, index removed"),
      ("RUN --mount=type=cache,target=/var/cache/apk apk add -U curl", "apk install, to system, index mounted"),
      ("RUN apk add --root /rootfs --no-cache curl", "apk install, to /rootfs, index off by --no-cache"),
    ]
  )

  private static let fedora = PackageRow.rows(
    "fedora:43",
    [
      ("RUN dnf install -y gcc", "dnf install, recommended installed, to system, index left"),
      ("RUN dnf install -y gcc && dnf clean all", "dnf install, recommended installed, to system, index removed"),
      ("RUN dnf -y install gcc && dnf clean packages", "dnf install, recommended installed, to system, index left"),
      ("RUN dnf install -y gcc\nRUN dnf clean all", "dnf install, recommended installed, to system, index hidden"),
      (
        "RUN dnf install -y --setopt=install_weak_deps=False gcc && rm -rf /var/cache/dnf",
        "dnf install, recommended left-out, to system, index removed"
      ),
      (
        "RUN microdnf install --setopt install_weak_deps=0 gcc && microdnf clean all",
        "dnf install, recommended left-out, to system, index removed"
      ),
      (
        "RUN --mount=type=cache,target=/var/cache/dnf dnf install -y gcc",
        "dnf install, recommended installed, to system, index mounted"
      ),
      ("RUN yum install -y gcc && yum clean all", "dnf install, recommended installed, to system, index removed"),
    ]
  )

  private static let suse = PackageRow.rows(
    "opensuse/leap",
    [
      (
        "RUN zypper -n install --no-recommends gcc && zypper clean -a",
        "zypper install, recommended left-out, to system, index removed"
      ),
      ("RUN zypper -n in gcc", "zypper install, recommended installed, to system, index left"),
    ]
  )
}

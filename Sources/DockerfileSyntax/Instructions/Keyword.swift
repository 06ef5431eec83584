/// The keywords of the Dockerfile reference.
public enum Keyword: UInt8, Sendable, CaseIterable, BitwiseCopyable {
  /// `ADD`: files, also from URLs, repositories and archives.
  case add
  /// `ARG`: a variable of the build.
  case arg
  /// `CMD`: what a container runs, or the arguments of its entry point.
  case cmd
  /// `COPY`: files of the context, a stage or an image.
  case copy
  /// `ENTRYPOINT`: what a container always runs.
  case entrypoint
  /// `ENV`: a variable of the image.
  case env
  /// `EXPOSE`: a port that the image speaks of.
  case expose
  /// `FROM`: a stage begins.
  case from
  /// `HEALTHCHECK`: how to ask whether a container is well.
  case healthcheck
  /// `LABEL`: metadata of the image.
  case label
  /// `MAINTAINER`: deprecated for a label.
  case maintainer
  /// `ONBUILD`: an instruction for those who build on the image.
  case onbuild
  /// `RUN`: a command whose changes stay.
  case run
  /// `SHELL`: what runs the shell form.
  case shell
  /// `STOPSIGNAL`: what ends a container.
  case stopsignal
  /// `USER`: who runs what follows, and the container.
  case user
  /// `VOLUME`: a path that gets a volume.
  case volume
  /// `WORKDIR`: the folder in which what follows runs.
  case workdir
}

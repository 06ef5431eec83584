# What a submission may try is of no avail; each line fails the build when it is.
FROM node:26-alpine
# No disk of the machine can be opened, and none can be made.
RUN for disk in /dev/vd* /dev/sd* /dev/nvme* /dev/dm-* /dev/loop*; do \
      if [ -b "$disk" ] && head -c 1 "$disk" >/dev/null 2>&1; then echo "opened $disk"; exit 1; fi; \
    done; \
    if mknod /disk b 1 1 2>/dev/null && head -c 1 /disk >/dev/null 2>&1; then echo "made a disk"; exit 1; fi
# Only the processes of this build are in sight.
RUN if grep -q systemd /proc/1/comm; then echo "sees the machine"; exit 1; fi
# There is no way to anywhere.
RUN if [ "$(ip route 2>/dev/null | wc -l)" -gt 0 ]; then echo "has a network"; exit 1; fi
# The root of the machine is out of reach.
RUN if ls /proc/1/root/var >/dev/null 2>&1; then echo "reaches the machine"; exit 1; fi
# What is left running is ended with the build.
RUN setsid sleep 4242 >/dev/null 2>&1 &
USER node

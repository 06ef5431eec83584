#include "sensor.h"

#include <stdlib.h>
#include <string.h>

static const char head[] = "$LVL,";

int sensor_level(const char *frame, long *millimetres)
{
	if (strncmp(frame, head, sizeof head - 1) != 0)
		return SENSOR_NO_FRAME;

	unsigned char sum = 0;
	const char *star = frame + 1;
	for (; *star != '\0' && *star != '*'; star++)
		sum ^= (unsigned char)*star;
	if (*star == '\0')
		return SENSOR_NO_FRAME;

	char *end;
	long level = strtol(frame + sizeof head - 1, &end, 10);
	if (end != star || end == frame + sizeof head - 1)
		return SENSOR_NO_FRAME;
	if (strlen(star + 1) != 2 || strtol(star + 1, &end, 16) != sum || *end != '\0')
		return SENSOR_BAD_CHECKSUM;

	*millimetres = level;
	return SENSOR_OK;
}

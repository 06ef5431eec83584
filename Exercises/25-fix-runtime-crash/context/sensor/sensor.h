#ifndef SENSOR_H
#define SENSOR_H

/* What sensor_level says. */
enum {
	SENSOR_OK = 0,
	SENSOR_NO_FRAME = 1,
	SENSOR_BAD_CHECKSUM = 2,
};

/* Reads the water level out of a frame of the sensor, such as "$LVL,2314*7E": millimetres above the mark, and behind
 * the star the exclusive or of all bytes between $ and *. */
int sensor_level(const char *frame, long *millimetres);

#endif

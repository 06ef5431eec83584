package main

/*
#cgo LDFLAGS: -lsensor
#include <sensor.h>
#include <stdlib.h>
*/
import "C"

import (
	"fmt"
	"unsafe"
)

// ReadFrame returns the level in a frame of the sensor, in millimetres. The maker's library does the work.
func ReadFrame(frame string) (int, error) {
	text := C.CString(frame)
	defer C.free(unsafe.Pointer(text))
	var level C.long
	switch C.sensor_level(text, &level) {
	case C.SENSOR_OK:
		return int(level), nil
	case C.SENSOR_BAD_CHECKSUM:
		return 0, fmt.Errorf("%q was damaged on the way", frame)
	default:
		return 0, fmt.Errorf("%q is no frame", frame)
	}
}

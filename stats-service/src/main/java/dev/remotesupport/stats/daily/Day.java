package dev.remotesupport.stats.daily;

import com.fasterxml.jackson.annotation.JsonUnwrapped;
import java.time.LocalDate;

/** The figures of one day. */
record Day(LocalDate day, @JsonUnwrapped Figures figures) {}

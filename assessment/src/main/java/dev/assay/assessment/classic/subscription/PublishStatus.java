package dev.assay.assessment.classic.subscription;

/// What became of a message, by Classic's own names.
public enum PublishStatus {
  SUCCESS,
  TOPIC_DOES_NOT_EXIST,
  ACCESS_DENIED,
  INTERNAL_ERROR
}

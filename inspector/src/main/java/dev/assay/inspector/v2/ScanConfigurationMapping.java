package dev.assay.inspector.v2;

import dev.assay.assessment.account.ScanConfiguration;
import dev.assay.awsapi.inspector2.Ec2Configuration;
import dev.assay.awsapi.inspector2.Ec2ConfigurationState;
import dev.assay.awsapi.inspector2.Ec2ScanMode;
import dev.assay.awsapi.inspector2.Ec2ScanModeState;
import dev.assay.awsapi.inspector2.Ec2ScanModeStatus;
import dev.assay.awsapi.inspector2.EcrConfiguration;
import dev.assay.awsapi.inspector2.EcrConfigurationState;
import dev.assay.awsapi.inspector2.EcrPullDateRescanDuration;
import dev.assay.awsapi.inspector2.EcrPullDateRescanMode;
import dev.assay.awsapi.inspector2.EcrRescanDuration;
import dev.assay.awsapi.inspector2.EcrRescanDurationState;
import dev.assay.awsapi.inspector2.EcrRescanDurationStatus;
import dev.assay.awsapi.inspector2.GetConfigurationResponse;
import dev.assay.awsapi.inspector2.UpdateConfigurationRequest;
import dev.assay.awsapi.value.EnumValue;
import java.time.Instant;
import java.util.function.UnaryOperator;
import org.jspecify.annotations.Nullable;

/// How hosts and images are scanned, in the model's shapes.
final class ScanConfigurationMapping {
  private ScanConfigurationMapping() {}

  static GetConfigurationResponse model(ScanConfiguration scanning) {
    return GetConfigurationResponse.builder()
        .ec2Configuration(
            Ec2ConfigurationState.builder()
                .scanModeState(
                    Ec2ScanModeState.builder()
                        .scanMode(Ec2ScanMode.of(scanning.hostMode()))
                        .scanModeStatus(Ec2ScanModeStatus.SUCCESS)
                        .build())
                .build())
        .ecrConfiguration(
            EcrConfigurationState.builder().rescanDurationState(rescan(scanning)).build())
        .build();
  }

  /// What a request changes; what it does not mention stays.
  static UnaryOperator<ScanConfiguration> change(UpdateConfigurationRequest input, Instant now) {
    if (input.updateConfigurationInheritance() != null) {
      throw Problems.invalid(
          "updateConfigurationInheritance", "an account has its own configuration here");
    }
    Ec2Configuration hosts = input.ec2Configuration();
    if (hosts != null && Boolean.TRUE.equals(hosts.activateVMScanner())) {
      throw Problems.invalid("ec2Configuration.activateVMScanner", "there is no such scanner here");
    }
    EcrConfiguration images = input.ecrConfiguration();
    return known -> {
      ScanConfiguration changed =
          hosts == null ? known : known.withHostMode(hosts.scanMode().value());
      return images == null ? changed : images(changed.hostMode(), images, now);
    };
  }

  private static ScanConfiguration images(String hostMode, EcrConfiguration images, Instant now) {
    return new ScanConfiguration(
        hostMode,
        images.rescanDuration().value(),
        value(images.pullDateRescanDuration()),
        value(images.pullDateRescanMode()),
        now);
  }

  private static EcrRescanDurationState rescan(ScanConfiguration scanning) {
    String duration = scanning.pulledRescan();
    String mode = scanning.pulledMode();
    return EcrRescanDurationState.builder()
        .rescanDuration(EcrRescanDuration.of(scanning.imageRescan()))
        .pullDateRescanDuration(duration == null ? null : EcrPullDateRescanDuration.of(duration))
        .pullDateRescanMode(mode == null ? null : EcrPullDateRescanMode.of(mode))
        .status(EcrRescanDurationStatus.SUCCESS)
        .updatedAt(scanning.imagesChangedAt())
        .build();
  }

  private static @Nullable String value(@Nullable EnumValue chosen) {
    return chosen == null ? null : chosen.value();
  }
}

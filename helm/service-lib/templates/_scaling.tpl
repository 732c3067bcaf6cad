{{- define "service-lib.autoscaler" -}}
apiVersion: autoscaling/v2
kind: HorizontalPodAutoscaler
metadata:
  name: {{ include "service-lib.name" . }}
  namespace: {{ .Release.Namespace }}
  labels:
    {{- include "service-lib.labels" (list . "service") | nindent 4 }}
spec:
  scaleTargetRef:
    apiVersion: apps/v1
    kind: Deployment
    name: {{ include "service-lib.name" . }}
  minReplicas: {{ .Values.autoscaling.minReplicas }}
  maxReplicas: {{ .Values.autoscaling.maxReplicas }}
  metrics:
    - type: Resource
      resource:
        name: cpu
        target:
          type: Utilization
          averageUtilization: {{ .Values.autoscaling.targetCPU }}
  behavior:
    {{- /* a JVM which starts is busy: what it takes then is no reason for one more */}}
    scaleUp:
      stabilizationWindowSeconds: 60
    scaleDown:
      stabilizationWindowSeconds: 300
      policies:
        - type: Pods
          value: 1
          periodSeconds: 60
{{- end }}

{{- define "service-lib.disruptionBudget" -}}
apiVersion: policy/v1
kind: PodDisruptionBudget
metadata:
  name: {{ include "service-lib.name" . }}
  namespace: {{ .Release.Namespace }}
  labels:
    {{- include "service-lib.labels" (list . "service") | nindent 4 }}
spec:
  maxUnavailable: {{ .Values.maxUnavailable }}
  {{- /* a pod which does not work must not keep its node from being drained */}}
  unhealthyPodEvictionPolicy: AlwaysAllow
  selector:
    matchLabels:
      {{- include "service-lib.selector" . | nindent 6 }}
{{- end }}
